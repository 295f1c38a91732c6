using System.Text;
using Participatie.Surveys.Analysis.Representation;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Analysis.Representation;

/// <summary>Files as CBS gives them, and as people send them.</summary>
public sealed class StatLineFileTests
{
    private static readonly IReadOnlyList<(string Id, string Name)> Places =
        [.. PlaceQuestion.Municipalities.Select(place => (place.Id, place.Text.In("nl").Text))];

    [Fact]
    public void Reads_a_table_with_a_title_above_and_a_source_below()
    {
        var file = $"""
            "Regionale kerncijfers Nederland"
            "Regio's";"Perioden";"Bevolking|Samenstelling op 1 januari|Totale bevolking (aantal)";"Bevolking|Dichtheid (inwoners per km²)"
            "Nederland";"2024";"17942942";"533"
            {Lines((place, at) => $"\"{place.Name}\";\"2024\";\"{20_000 + at}\";\"120\"")}
            "Bron: CBS"
            """;

        var found = Read(file);

        Assert.Null(found.Refusal);
        Assert.Equal(
            (2024, 20_000L, 20_011L),
            (found.Figures!.Year, found.Figures.Inhabitants["aa-en-hunze"], found.Figures.Inhabitants["westerveld"]));
    }

    [Fact]
    public void Reads_codes_the_last_whole_year_and_totals_only()
    {
        string[] codes =
        [
            "GM1680", "GM0106", "GM1681", "GM0109", "GM1690", "GM0114", "GM0118", "GM0119", "GM1731", "GM1699", "GM1730", "GM1701",
        ];
        var rows = string.Join('\n', codes.Index().SelectMany(code => new[]
        {
            $"{code.Index};\"Mannen\";\"{code.Item}\";\"2023JJ00\";\"1\"",
            $"{code.Index};\"Totaal mannen en vrouwen\";\"{code.Item}  \";\"2022JJ00\";\"{30_000 + code.Index}\"",
            $"{code.Index};\"Totaal mannen en vrouwen\";\"{code.Item}  \";\"2023JJ00\";\"{40_000 + code.Index}\"",
        }));

        var found = Read(
            "\"ID\";\"Geslacht\";\"RegioS\";\"Perioden\";\"TotaleBevolking_1\"\n"
                + rows + "\n99;\"Totaal mannen en vrouwen\";\"GM0106\";\"2024JJ00\";\"7\"");

        Assert.Equal((2023, 40_001L), (found.Figures!.Year, found.Figures.Inhabitants["assen"]));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    public void Reads_it_in_whatever_letters_it_was_saved(string letters)
    {
        var encoding = Encoding.GetEncoding(letters);
        var found = StatLineFile.Read([.. encoding.GetPreamble(), .. encoding.GetBytes("Café\n" + Whole())], null, "proef");

        Assert.Equal(2025, found.Figures?.Year);
    }

    [Fact]
    public void Takes_the_year_of_whoever_sent_it_when_it_says_none()
    {
        var file = "Gemeente;Inwoners\n" + Lines((place, at) => $"{place.Name};{at + 10}.{at:000}");

        Assert.Equal(StatLineRefusal.NoYear, Read(file).Refusal);
        Assert.Equal((2021, 11_001L), (Read(file, 2021).Figures!.Year, Read(file, 2021).Figures!.Inhabitants["assen"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a;b\n1;2")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"\";\"\"\n;;;;\n\"open")]
    [InlineData("Assen\nEmmen")]
    public void Refuses_what_is_no_table_of_municipalities(string file) => Assert.Equal(StatLineRefusal.NoTable, Read(file).Refusal);

    [Fact]
    public void Refuses_what_is_no_text() =>
        Assert.Equal(StatLineRefusal.NoText, StatLineFile.Read([0x50, 0x4B, 3, 4, 0, 0, 8, 0], null, "proef").Refusal);

    [Fact]
    public void Refuses_a_table_about_something_else() =>
        Assert.Equal(StatLineRefusal.NoInhabitants, Read(Whole().Replace("Bevolking", "Woningen", StringComparison.Ordinal)).Refusal);

    [Fact]
    public void Names_the_municipality_that_is_missing()
    {
        var found = Read(string.Join('\n', Whole().Split('\n').Where(line => !line.Contains("Emmen", StringComparison.Ordinal))));

        Assert.Equal((StatLineRefusal.Incomplete, "emmen"), (found.Refusal, Assert.Single(found.Municipalities)));
    }

    [Fact]
    public void Names_the_municipality_with_two_numbers()
    {
        var found = Read(Whole() + "\n\"Emmen\";\"2025\";\"5000\"");

        Assert.Equal((StatLineRefusal.TwoNumbers, "emmen"), (found.Refusal, Assert.Single(found.Municipalities)));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("25,3")]
    [InlineData("-25000")]
    [InlineData("12")]
    [InlineData("99999999999999999999")]
    [InlineData("<b>25000</b>")]
    public void Names_the_municipality_without_a_number_of_people(string number)
    {
        var found = Read(Whole().Replace("\"20005\"", $"\"{number}\"", StringComparison.Ordinal));

        Assert.Equal((StatLineRefusal.NoNumber, "emmen"), (found.Refusal, Assert.Single(found.Municipalities)));
    }

    private static string Whole() =>
        "\"Regio's\";\"Perioden\";\"Bevolking op 1 januari (aantal)\"\n"
            + Lines((place, at) => $"\"{place.Name}\";\"2025*\";\"{20_000 + at}\"");

    private static string Lines(Func<(string Id, string Name), int, string> line) => string.Join('\n', Places.Select(line));

    private static StatLineFinding Read(string file, int? year = null) => StatLineFile.Read(Encoding.UTF8.GetBytes(file), year, "proef");
}
