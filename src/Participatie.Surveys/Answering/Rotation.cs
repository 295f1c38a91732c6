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
        return start == 0
            ? question.Offered
            :
            [
                .. question.Offered.Take(Turning(question)).Skip(start),
                .. question.Offered.Take(start),
                .. question.Offered.Skip(Turning(question)),
            ];
    }

    /// <returns>The place of the choice that is shown first, from 0.</returns>
    public static int StartOf(IRotates question, int rotation) => question.Rotate ? rotation % Turning(question) : 0;

    /// <summary>How many places there are to start at: what stands last stays there.</summary>
    public static int Turning(IRotates question) => Math.Max(1, question.Offered.Count(choice => !choice.StandsLast));
}
