import { catalogue } from "../../i18n/catalogue.ts";

/** Of the day and of what is moved. */
export const words = catalogue({
  en: () => import("../../i18n/en/plannerday.ts"),
  es: () => import("../../i18n/es/plannerday.ts"),
});
