/** Answers come later than they were asked for, as over the border to Rust. */
export const soon = async <T>(answer: () => T): Promise<T> => {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return answer();
};
