#include "ctesseract.h"
