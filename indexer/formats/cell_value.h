// Numbers of a spreadsheet as a person reads them: what .xls and .xlsx share.
//
//   number_text(1250.5) == "1250.5"      number_text(3.0) == "3"
//   date_text(43985) == "03/6/2020"      days since the end of 1899
//   is_date_format(14, "")               the numbers of built-in formats
//   is_date_format(164, "dd/mm/yyyy")

#pragma once

#include <string>
#include <string_view>

namespace tracuu::input {

std::string number_text(double value);

// Returns the day, in the way of Vietnamese documents; the number where it is no date.
std::string date_text(double days);

bool is_date_format(unsigned number, std::string_view code);

}  // namespace tracuu::input
