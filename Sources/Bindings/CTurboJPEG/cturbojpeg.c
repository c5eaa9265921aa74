#include "cturbojpeg.h"
