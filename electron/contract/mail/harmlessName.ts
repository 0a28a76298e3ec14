/** A name that ends nothing and begins nothing, neither in PowerShell nor in a filter: what else it holds stays out. */
export const harmlessName = /^[\p{L}\p{N}_][\p{L}\p{N}._@:-]{0,254}$/u;
