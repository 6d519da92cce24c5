import { catalogue } from "../i18n/catalogue.ts";

export const words = catalogue({ en: () => import("../i18n/en/join.ts"), es: () => import("../i18n/es/join.ts") });
