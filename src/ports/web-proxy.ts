/** The web proxy through which requests leave the company's network. */
export interface WebProxy {
  /** Its address for requests to http:// addresses; `null`: they go direct. It may hold a password. */
  http: string | null
  /** Its address for requests to https:// addresses. It may hold a password. */
  https: string
  /** The environment variable that gives it, so that a message can name the one to correct. */
  variable: string
  /** The hosts that are reached directly, separated by commas, as in NO_PROXY. */
  except: string
}
