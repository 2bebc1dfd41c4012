/** The language in which the catalogue is kept (WCAG 2.2, 3.1.2). */
export const catalogueLanguage = 'en';
