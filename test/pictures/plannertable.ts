// A table as somebody copies it out of a spreadsheet: names of columns in two languages, a length in hours, an end
// instead of a length, and one room that the plan does not have.

const rows = [
  ["Título", "Date", "Start", "Length", "End", "Host", "Salas", "Groups", "State"],
  ["Farewell", "12 Jan", "20:00", "30", "", "Durban", "Chennai", "Gauteng", "idea"],
  ["Translators' meeting", "Friday", "8:00 pm", "1 h 30", "", "San Salvador", "Los Angeles", "", "tentative"],
  ["Accounts", "2020-01-11", "07:30", "", "08:15", "Chennai", "", "Sriperumbudur", "firm"],
  ["Songs", "sábado 11 enero", "17:45", "20", "", "Durban", "Nairobi", "", "idea"],
] as const;

export const pasted = rows.map((cells) => cells.join("\t")).join("\n");
