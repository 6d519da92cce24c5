// Preloaded into the server of the pictures: its clock begins at an hour at which all four rooms are awake, and the pages
// follow the server's clock. Only what JavaScript reads as the time is moved.
const moved = Date.parse("2020-01-10T14:10:00Z") - Date.now();
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + moved);
    else super(...given);
  }

  static now() {
    return RealDate.now() + moved;
  }
};
