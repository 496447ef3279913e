/** The path before `/callback/<provider>`, where an identity provider sends people back to. */
export const oidcCallbackBase = '/api/sign-in';

/** The one provider there can be, as Better Auth calls it. */
export const oidcProvider = 'oidc';
