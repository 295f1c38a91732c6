using System.Text.RegularExpressions;

namespace Participatie.Tests;

/// <summary>The picture in docs/architecture.md says what the source says.</summary>
public sealed partial class RoomsTests
{
    private const string Cellar = "Storage";

    [Fact]
    public void The_picture_shows_every_room() =>
        Assert.Equal(
            MayName.Keys.Where(room => SourceFiles("src/Participatie.Surveys/" + room).Any()).Order(StringComparer.Ordinal),
            Arrows().SelectMany(arrow => new[] { arrow.From, arrow.To }).Append(Cellar).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Each_arrow_of_the_picture_is_a_room_that_names_another() =>
        Assert.Empty(Arrows().Except(RoomsNamed()));

    [Fact]
    public void Each_room_that_names_another_is_led_to_from_it_in_the_picture()
    {
        var arrows = Arrows().ToLookup(arrow => arrow.From, arrow => arrow.To, StringComparer.Ordinal);
        Assert.DoesNotContain(RoomsNamed(), named => named.From != Cellar && named.To != Cellar && !Leads(named.From, named.To));

        bool Leads(string from, string to) => arrows[from].Any(next => next == to || Leads(next, to));
    }

    private static IEnumerable<(string From, string To)> Arrows() =>
        Arrow().Matches(File.ReadAllText(Repository.Path("docs/architecture.md")))
            .Select(match => (match.Groups["from"].Value, match.Groups["to"].Value));

    /// <summary>Turned round, as arrows of the data: from the room that is named.</summary>
    private static IEnumerable<(string From, string To)> RoomsNamed() =>
        MayName.Keys.SelectMany(room => SourceFiles("src/Participatie.Surveys/" + room)
            .SelectMany(file => Named(File.ReadAllText(file)))
            .Distinct(StringComparer.Ordinal)
            .Where(named => named != room)
            .Select(named => (named, room)));

    [GeneratedRegex(
        @"^\s*(?<from>\w+) -->(\|[^|]+\|)? ?(?<to>\w+)\s*$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Arrow();
}
