namespace Participatie.Surveys.Definition.Comparing;

/// <summary>
/// Whether two definitions differ in nothing but words: then whoever judged the pages of the one judged those of the other.
/// </summary>
public static class TextsOnly
{
    /// <summary>The charter has one page, whatever it says; the others stand on no page of the walk.</summary>
    private static readonly string[] NoLayout = ["/charter/", "/checkedBy", "/theme"];

    public static bool Differ(Consultation before, Consultation after) => CompareDefinitions.Of(before, after).All(one =>
        one.Kind == DifferenceKind.Reworded
        || NoLayout.Any(place => (one.After ?? one.Before)!.StartsWith(place, StringComparison.Ordinal)));
}
