/** Two pages: one with the element as it is, one with it in React. */
export default {
  build: { rolldownOptions: { input: ["index.html", "react.html"] } },
};
