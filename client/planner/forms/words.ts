import { catalogue } from "../../i18n/catalogue.ts";

/** Of the planner's forms. */
export const words = catalogue({
  en: () => import("../../i18n/en/plannerforms.ts"),
  es: () => import("../../i18n/es/plannerforms.ts"),
});
