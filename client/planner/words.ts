import { catalogue } from "../i18n/catalogue.ts";

/** Of the page's frame. */
export const words = catalogue({
  en: () => import("../i18n/en/planner.ts"),
  es: () => import("../i18n/es/planner.ts"),
});
