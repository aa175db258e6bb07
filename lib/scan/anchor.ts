/** What a block must hold to be worth reading. */
export const anchor = /ICP|备|B2-/i;
