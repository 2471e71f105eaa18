/** For a select that is only as wide as its longest option: PatternFly has its caret touch the text. */
export const caretRoom = { paddingInlineEnd: 'var(--pf-t--global--spacer--2xl)' } as const;
