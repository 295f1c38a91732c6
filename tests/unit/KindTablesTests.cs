using System.Text.RegularExpressions;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Answering.Kinds;
using Participatie.Surveys.Answering.MadeUp;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Definition.Questions.Json;
using Participatie.Surveys.Reporting.Kinds;
using Participatie.Web.QuestionInputs.Kinds;

namespace Participatie.Tests;

/// <summary>
/// Each room has one table of kinds. What a new kind lacks in a room is a compile error of its entry there, or says which room lacks which
/// entry.
/// </summary>
public sealed partial class KindTablesTests
{
    private static readonly Question Stars = new StarsQuestion { Id = "sterren", Text = GivenConsultation.Words("Hoeveel sterren?") };

    /// <summary>The tables by their rooms, and whether kinds that are not answered have an entry too.</summary>
    private static readonly Dictionary<string, (Func<Question, KindEntry> Find, bool ForAll)> Tables = new(StringComparer.Ordinal)
    {
        ["Definition"] = (KindJson.All.For, true),
        ["Answering"] = (AnswerKinds.All.For, true),
        ["Analysis"] = (KindTally.All.For, false),
        ["Reporting"] = (KindReport.All.For, false),
        ["Trials"] = (MadeUpKind.All.For, true),
        ["Web"] = (KindPages.All.For, true),
    };

    public static TheoryData<string> Rooms => [.. Tables.Keys];

    [Fact]
    public void The_family_is_every_record_of_a_question() =>
        Assert.Equal(
            typeof(Question).Assembly.GetTypes().Where(
                type => type.IsSubclassOf(typeof(Question)) && !type.IsAbstract).Select(type => type.Name).Order(),
            KindJson.All.Entries.Select(entry => entry.QuestionType.Name).Order());

    [Fact]
    public void The_tests_have_a_question_of_each_kind() =>
        Assert.Equal(
            KindJson.All.Entries.Select(entry => entry.Kind).Order(),
            GivenConsultation.WithEveryKind().Build().Questions.Select(question => question.Id).Order());

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_kind_is_in_the_table_of_every_room(string room)
    {
        var (find, forAll) = Tables[room];
        Assert.All(
            GivenConsultation.WithEveryKind().Build().Questions.Where(question => forAll || question.IsAsked),
            question => Assert.IsAssignableFrom(find(question).QuestionType, question));
    }

    [Theory]
    [InlineData("Definition", "KindJson.All")]
    [InlineData("Answering", "AnswerKinds.All")]
    [InlineData("Analysis", "KindTally.All")]
    [InlineData("Reporting", "KindReport.All")]
    [InlineData("Trials", "MadeUpKind.All")]
    [InlineData("Web", "KindPages.All")]
    public void A_kind_that_a_room_does_not_know_is_named_with_its_room_and_table(string room, string table)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Tables[room].Find(Stars));

        Assert.Equal($"{room} has nothing for questions of the kind 'stars': add an entry for StarsQuestion to {table}.", failure.Message);
    }

    [Fact]
    public void Only_a_kinds_own_entry_asks_for_the_kind() =>
        Assert.Empty(Directory.EnumerateFiles(Repository.Path("src"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Split('/').Any(folder => folder is "obj" or "node_modules" or "Questions" or "Kinds" or "Tallies"))
            .SelectMany(file => AsksForKind().Matches(File.ReadAllText(file)).Select(match => $"{file}: {match.Value}")));

    [Theory]
    [InlineData("question is RankingQuestion ranking", true)]
    [InlineData("question is not (PlaceQuestion or AgeQuestion)", true)]
    [InlineData("case OneOfQuestion question:", true)]
    [InlineData("        RankingQuestion ranking => 3,", true)]
    [InlineData("        (_, StatementsQuestion) => 3,", true)]
    [InlineData("questions.OfType<PlaceQuestion>()", true)]
    [InlineData("[typeof(OpenQuestion)]", true)]
    [InlineData("public static int OrderStep(RankingQuestion question) => 1;", false)]
    [InlineData("is QuestionCounts", false)]
    public void Sees_who_asks_for_a_kind(string code, bool asks) => Assert.Equal(asks, AsksForKind().IsMatch(code));

    [Fact]
    public void An_own_entry_goes_before_that_of_the_family()
    {
        var table = new KindTable<Entry>("Nowhere", "here", [new Entry(typeof(OneOfQuestion)), new Entry(typeof(FeelingQuestion))]);

        Assert.Equal(typeof(FeelingQuestion), table.For(new GivenConsultation().WithFeeling("v").Build().Questions[0]).QuestionType);
        Assert.Equal(typeof(OneOfQuestion), table.For(new GivenConsultation().WithYesNo("v").Build().Questions[0]).QuestionType);
    }

    [GeneratedRegex(
        @"(\b(is|case|as)\s+(not\s+)?\(?|OfType<|typeof\(|^\s*|\(_, )(OneOf|Choice|Choices|YesNo|Feeling|Agreement|Ranking|Budget|Statements|Open|Number|Place|Age|Information)Question\b(?=.*=>|.*:|\)|>| \w)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex AsksForKind();

    private sealed record StarsQuestion : Question
    {
        public override string Kind => "stars";
    }

    private sealed class Entry(Type type) : KindEntry
    {
        public override Type QuestionType => type;
    }
}
