import { catalogue } from "../i18n/catalogue.ts";

export const words = catalogue({
  en: () => import("../i18n/en/organiser.ts"),
  es: () => import("../i18n/es/organiser.ts"),
});
