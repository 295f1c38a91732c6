using System.Text.RegularExpressions;
using Participatie.Surveys.Reporting.Export.Columns;

namespace Participatie.Tests.Reporting;

public sealed partial class ColumnNamesTests
{
    private static readonly string Long = new('a', 40);

    [Theory]
    [InlineData("munten", "wonen", "munten_wonen")]
    [InlineData("munten", "", "munten")]
    [InlineData("open", "taal", "open_taal")]
    [InlineData("right-to-challenge", "laag-inkomen", "right_to_challenge_laag_inkomen")]
    public void A_short_name_is_question_and_choice(string question, string part, string name) =>
        Assert.Equal(name, new ColumnNames([]).For(question, part));

    [Theory]
    [InlineData("by")]
    [InlineData("with")]
    [InlineData("eq")]
    [InlineData("function")]
    [InlineData("inf")]
    [InlineData("using")]
    [InlineData("str12")]
    [InlineData("select")]
    [InlineData("order")]
    [InlineData("current-date")]
    [InlineData("group")]
    [InlineData("user")]
    public void A_word_that_a_program_keeps_for_itself_is_no_name(string question) =>
        Assert.Equal($"vraag_{question.Replace('-', '_')}", new ColumnNames([]).For(question, ""));

    [Fact]
    public void Two_ids_that_make_a_reserved_word_together_are_no_name_either() =>
        Assert.Equal("vraag_current_date", new ColumnNames([]).For("current", "date"));

    [Fact]
    public void A_name_that_is_too_long_is_cut_and_stays_the_same_in_each_export()
    {
        var name = new ColumnNames([]).For(Long, Long);

        Assert.Equal(64, name.Length);
        Assert.StartsWith(Long + "_aaa", name, StringComparison.Ordinal);
        Assert.Equal(name, new ColumnNames(["antwoord"]).For(Long, Long));
    }

    [Fact]
    public void Long_names_that_begin_alike_stay_apart()
    {
        var names = new ColumnNames([]);

        var all = Enumerable.Range(0, 1000).Select(number => names.For(Long, $"{Long[..34]}{number}")).ToList();

        Assert.Equal(1000, all.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Every_name_is_one_that_all_programs_take()
    {
        var names = new ColumnNames(FixedColumns.Names);
        string[] ids =
        [
            "a", "a-b", "a-b-", "a--b", "taal", "by", "order", "a-2", Long, Long[..39] + "-", Long[..23], "current", "date", "vraag-by",
        ];

        var all = ids.SelectMany(question => ids.Append("").Append("taal").Append(""), names.For).ToList();

        Assert.All(all, name => Assert.Matches(Taken(), name));
        Assert.Empty(all.Intersect(["by", "order", "current_date"], StringComparer.OrdinalIgnoreCase));
        Assert.Equal(
            all.Count, all.Concat(FixedColumns.Names).Distinct(StringComparer.OrdinalIgnoreCase).Count() - FixedColumns.Names.Count);
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,63}$", RegexOptions.NonBacktracking)]
    private static partial Regex Taken();
}
