using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Review;

/// <summary>What is asked of the texts and days of a form, whatever it is about. Problems are named after the members.</summary>
internal static class TextCheck
{
    /// <param name="texts">Each with the most characters that it may have.</param>
    public static IEnumerable<Problem> TooLong(IEnumerable<(string Member, string Text, int Most)> texts) =>
        texts.Where(one => PerceivedText.IsLongerThan(one.Text, one.Most) || PerceivedText.IsTooHeavy(one.Text))
            .Select(one => new Problem(one.Member, $"Deze tekst is te lang. Gebruik hooguit {one.Most} tekens."));

    /// <param name="texts">Each with what is said when it shows nothing.</param>
    public static IEnumerable<Problem> Missing(IEnumerable<(string Member, string Text, string Ask)> texts) =>
        texts.Where(one => PerceivedText.ShowsNothing(one.Text)).Select(one => new Problem(one.Member, one.Ask));

    /// <param name="member">That holds the day.</param>
    /// <param name="day">Null when none was filled in.</param>
    /// <param name="today">The last day that has been.</param>
    /// <param name="ask">What is said when there is none.</param>
    public static IEnumerable<Problem> NotBeen(string member, DateOnly? day, DateOnly today, string ask)
    {
        if (day is null)
            yield return new Problem(member, ask);
        else if (day > today)
            yield return new Problem(member, "Deze dag moet nog komen. Vul een dag in die al geweest is.");
    }
}
