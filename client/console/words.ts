import { catalogue } from "../i18n/catalogue.ts";

export const words = catalogue({
  en: () => import("../i18n/en/console.ts"),
  es: () => import("../i18n/es/console.ts"),
});
