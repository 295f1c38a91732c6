using Participatie.Surveys.Definition;

namespace Participatie.Web.Pages.Review.Desk;

/// <summary>Why a form was not taken.</summary>
/// <param name="Problems">At its fields.</param>
public sealed record Refused(IReadOnlyList<Problem> Problems)
{
    public static Refused Nothing { get; } = new([]);

    /// <summary>Where it is about no field.</summary>
    public string? Why { get; init; }

    /// <summary>Whoever sends it once more, and says so, is taken at their word.</summary>
    public bool AsksAnyway { get; init; }

    public bool IsNothing => Problems.Count == 0 && Why is null;
}
