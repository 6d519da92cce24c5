// A table as somebody copies it out of a spreadsheet: other names for the columns, days and lengths as people write them,
// and one room that the plan does not have.

const rows = [
  ["Session", "Day", "Time", "Length", "Host", "Rooms", "State"],
  ["Farewell", "12 Jan", "20:00", "30", "Durban", "Chennai", "idea"],
  ["Accounts", "2020-01-11", "7:30 am", "45 min", "Chennai", "", "firm"],
  ["Choir", "Friday", "10:30", "1 h 30", "Los Angeles", "", "firm"],
  ["Songs", "Sat 11 Jan", "17:45", "20", "Durban", "Nairobi", "idea"],
] as const;

export const pasted = rows.map((cells) => cells.join("\t")).join("\n");
