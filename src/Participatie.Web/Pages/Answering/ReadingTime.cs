using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Web.Pages.Answering;

/// <summary>How long a walk takes: every text that is read, at a pace for people who read with difficulty.</summary>
internal static class ReadingTime
{
    private const int WordsPerMinute = 120;

    public static int Minutes(Consultation definition, string language)
    {
        var words = 0;
        var branches = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var question in definition.Questions)
        {
            var count = question.Texts.Sum(text => CountWords(text.In(language).Text));
            if (question.ShowWhen is { } condition)
            {
                // Of the questions behind one answer somebody sees a part; the longest stands for them.
                branches[condition.Question] = Math.Max(branches.GetValueOrDefault(condition.Question), count);
            }
            else
            {
                words += count;
            }
        }

        return Math.Max(1, (words + branches.Values.Sum() + WordsPerMinute - 1) / WordsPerMinute);
    }

    private static int CountWords(string text)
    {
        var count = 0;
        foreach (var range in text.AsSpan().SplitAny(' ', '\n'))
        {
            count += text.AsSpan()[range].IsEmpty ? 0 : 1;
        }

        return count;
    }
}
