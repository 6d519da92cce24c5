import { catalogue } from "../i18n/catalogue.ts";

/** The words of the station. */
export const words = catalogue({
  en: () => import("../i18n/en/station.ts"),
  es: () => import("../i18n/es/station.ts"),
});
