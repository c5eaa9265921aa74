#include "cleptonica.h"
