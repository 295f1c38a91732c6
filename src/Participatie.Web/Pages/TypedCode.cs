using Participatie.Surveys.Definition;

namespace Participatie.Web.Pages;

/// <summary>What somebody typed where a code is asked for.</summary>
internal static class TypedCode
{
    /// <returns>The key of the words that say what is wrong with it.</returns>
    /// <param name="typed">As it was typed.</param>
    /// <param name="unknown">For a code that there is not.</param>
    public static string ProblemOf(string typed, string unknown) => PerceivedText.ShowsNothing(typed) ? "code.empty" : unknown;
}
