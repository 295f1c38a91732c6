using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering;

/// <summary>At which choice a rotating list starts for one draft. Drawn once per draft and kept with the response.</summary>
public static class Rotation
{
    /// <summary>The least common multiple of 1 to 6, so that every start is as likely as any other for each length of list.</summary>
    public const int Starts = 60;

    public static IReadOnlyList<Choice> Order(IRotates question, int rotation)
    {
        var start = StartOf(question, rotation);
        return start == 0 ? question.Offered : [.. question.Offered.Skip(start), .. question.Offered.Take(start)];
    }

    /// <returns>The place of the choice that is shown first, from 0.</returns>
    public static int StartOf(IRotates question, int rotation) => question.Rotate ? rotation % question.Offered.Count : 0;
}
