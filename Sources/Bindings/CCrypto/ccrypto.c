#include "ccrypto.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

ccrypto_sha256 *ccrypto_sha256_new(void) {
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  if (context != NULL && EVP_DigestInit_ex(context, EVP_sha256(), NULL) != 1) {
    EVP_MD_CTX_free(context);
    context = NULL;
  }
  return (ccrypto_sha256 *)context;
}

int ccrypto_sha256_update(ccrypto_sha256 *state, const void *bytes, size_t count) {
  return EVP_DigestUpdate((EVP_MD_CTX *)state, bytes, count);
}

int ccrypto_sha256_final(ccrypto_sha256 *state, uint8_t *digest) {
  return EVP_DigestFinal_ex((EVP_MD_CTX *)state, digest, NULL);
}

void ccrypto_sha256_free(ccrypto_sha256 *state) { EVP_MD_CTX_free((EVP_MD_CTX *)state); }

int ccrypto_hmac_sha256(
    const void *key, size_t key_size, const void *bytes, size_t count, uint8_t *digest) {
  return HMAC(EVP_sha256(), key, (int)key_size, bytes, count, digest, NULL) != NULL;
}
