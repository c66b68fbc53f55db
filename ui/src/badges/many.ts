/** From here on a list draws only what is seen. */
export const MANY = 200;
