#include "CAssets.h"

static const unsigned char style[] = {
#embed "style.css"
};
const unsigned char *const casus_style_bytes = style;
const size_t casus_style_size = sizeof style;

static const unsigned char script[] = {
#embed "script.js"
};
const unsigned char *const casus_script_bytes = script;
const size_t casus_script_size = sizeof script;

static const unsigned char icon[] = {
#embed "icon.svg"
};
const unsigned char *const casus_icon_bytes = icon;
const size_t casus_icon_size = sizeof icon;
