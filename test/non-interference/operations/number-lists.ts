import fc from 'fast-check';

/** The lists of numbers that random operations are made from. */
export const numberLists = fc.array(fc.noBias(fc.nat(0xffff)), { minLength: 40, maxLength: 500, size: 'max' });
