import { catalogue } from "../i18n/catalogue.ts";

/** The words of the participant's page. */
export const words = catalogue({
  en: () => import("../i18n/en/participant.ts"),
  es: () => import("../i18n/es/participant.ts"),
});
