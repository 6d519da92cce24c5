import { catalogue } from "../../i18n/catalogue.ts";

/** The words of overview, session, table and conflicts: they say the same things of a session. */
export const words = catalogue({
  en: () => import("../../i18n/en/plannerviews.ts"),
  es: () => import("../../i18n/es/plannerviews.ts"),
});
