using System.Globalization;

namespace Participatie.Surveys.Language;

/// <summary>
/// How a language writes numbers and dates, from its tag alone: what people in the Netherlands read, whatever the country of the language
/// does.
/// </summary>
internal static class LanguageCulture
{
    /// <summary>The culture of the longest part of the tag that the framework knows; <c>nl-simple</c> writes as <c>nl</c> does.</summary>
    public static CultureInfo Of(string tag)
    {
        var culture = (CultureInfo)Known(tag).Clone();
        if (culture.DateTimeFormat.Calendar is not GregorianCalendar)
        {
            culture.DateTimeFormat.Calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault()
                ?? new GregorianCalendar();
        }

        // The framework writes every number with the digits 0 to 9. Separators that belong to other digits do not fit between them.
        if (culture.NumberFormat.NativeDigits[0] != "0")
        {
            culture.NumberFormat = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        }

        return CultureInfo.ReadOnly(culture);
    }

    private static CultureInfo Known(string tag)
    {
        for (var part = tag; part.Length > 0; part = part[..Math.Max(0, part.LastIndexOf('-'))])
        {
            try
            {
                return CultureInfo.GetCultureInfo(part, predefinedOnly: true);
            }
            catch (CultureNotFoundException)
            {
                // A shorter part may be known.
            }
        }

        return CultureInfo.InvariantCulture;
    }
}
