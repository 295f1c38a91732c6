namespace Participatie.Surveys.Definition.Questions;

/// <summary>The twelve municipalities of Drenthe, and "ergens anders". Results are split by the first one in a version.</summary>
public sealed record PlaceQuestion : OneOfQuestion
{
    private static readonly IReadOnlyList<Choice> All = Fixed(
        "place",
        ("aa-en-hunze", null),
        ("assen", null),
        ("borger-odoorn", null),
        ("coevorden", null),
        ("de-wolden", null),
        ("emmen", null),
        ("hoogeveen", null),
        ("meppel", null),
        ("midden-drenthe", null),
        ("noordenveld", null),
        ("tynaarlo", null),
        ("westerveld", null),
        ("ergens-anders", null));

    /// <summary>The twelve, without "ergens anders".</summary>
    public static IReadOnlyList<Choice> Municipalities { get; } = [.. All.SkipLast(1)];

    public override string Kind => "place";

    public override string Dimension => ByPlace;

    public override IReadOnlyList<Choice> Choices => All;
}
