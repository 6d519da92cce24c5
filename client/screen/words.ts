import { catalogue } from "../i18n/catalogue.ts";

/** The words of the screen. */
export const words = catalogue({
  en: () => import("../i18n/en/screen.ts"),
  es: () => import("../i18n/es/screen.ts"),
});
