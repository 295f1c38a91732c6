using Participatie.Surveys.Definition;

namespace Participatie.Tests.Analysis;

internal static class GivenVersion
{
    public static PublishedVersion Of(Consultation definition, int number = 1) =>
        new(1, number, definition, new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero));
}
