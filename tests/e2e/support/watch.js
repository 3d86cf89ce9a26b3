// @ts-check
/**
 * Listens to a page for everything that must never happen, whatever a test is about: messages on the console, uncaught
 * errors, violations of the content security policy, requests that fail or leave the site.
 */

/** Asked for by the browser, whenever it likes: the icon of the site, or of one that names none. */
const ICONS = ["/icons/icon.svg", "/favicon.ico"];

/** @param {string} address @returns {boolean} */
const isIcon = (address) => ICONS.some((icon) => address.endsWith(icon));

/** What was seen on one page. */
export class Watch {
  /** Addresses of all requests, in order. @type {string[]} */
  requests = [];
  /** What must not happen and did. @type {string[]} */
  problems = [];

  /**
   * @param {import("playwright-core").Page} page before it is opened
   * @param {string} site that requests must not leave
   */
  constructor(page, site) {
    page.on("console", (message) => {
      if (isIcon(message.location().url)) return;
      // Chromium writes each violation of the policy there as an error.
      if (["error", "warning"].includes(message.type())) this.problems.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.problems.push(`uncaught: ${error.message}`));
    const icon = (/** @type {import("playwright-core").Request} */ request) => isIcon(request.url());
    page.on("request", (request) => {
      if (icon(request)) return;
      this.requests.push(request.url());
      if (!request.url().startsWith(site)) this.problems.push(`request to elsewhere: ${request.url()}`);
    });
    page.on("requestfailed", (request) => {
      if (icon(request)) return;
      this.problems.push(`request failed: ${request.url()} (${request.failure()?.errorText})`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) this.problems.push(`answer ${response.status()}: ${response.url()}`);
    });
    page.on("websocket", (socket) => this.problems.push(`socket: ${socket.url()}`));
  }
}
