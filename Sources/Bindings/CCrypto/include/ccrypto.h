#pragma once
// OpenSSL's EVP interface as Swift can call it: EVP_sha256() is a macro-laden header away from Swift.
#include <stddef.h>
#include <stdint.h>

typedef struct ccrypto_sha256 ccrypto_sha256;

/// A new running SHA-256, or NULL when there is no memory (EVP_MD_CTX_new, EVP_DigestInit_ex).
ccrypto_sha256 *ccrypto_sha256_new(void);
/// Adds bytes; 1 on success (EVP_DigestUpdate).
int ccrypto_sha256_update(ccrypto_sha256 *state, const void *bytes, size_t count);
/// Writes the 32 digest bytes; 1 on success (EVP_DigestFinal_ex).
int ccrypto_sha256_final(ccrypto_sha256 *state, uint8_t *digest);
void ccrypto_sha256_free(ccrypto_sha256 *state);

/// Writes the 32 bytes of HMAC-SHA256 (RFC 2104) over the data; 1 on success (HMAC).
int ccrypto_hmac_sha256(
    const void *key, size_t key_size, const void *bytes, size_t count, uint8_t *digest);
