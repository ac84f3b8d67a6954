// One sentence of a language, or one per plural category.

/** With several forms, Intl.PluralRules chooses by the parameter `n`. Parameters stand in the sentence as {name}. */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
