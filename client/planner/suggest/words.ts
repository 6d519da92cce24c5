import { catalogue } from "../../i18n/catalogue.ts";

/** Of the pages of suggest. */
export const words = catalogue({
  en: () => import("../../i18n/en/plannersuggest.ts"),
  es: () => import("../../i18n/es/plannersuggest.ts"),
});
