using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Participatie.Load.Filling;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Answering;

public sealed class AnswersDocumentTests
{
    private static readonly Consultation Definition = new GivenConsultation()
        .With(GivenConsultation.WithEveryKind().Build().Questions)
        .WithMarkedChoices()
        .With(
            new NumberQuestion
            {
                Id = "bedrag",
                Text = GivenConsultation.Words("Bedrag"),
                Min = -5,
                Max = 5,
                Decimals = 2,
                DontKnow = true,
                RatherNot = true,
            })
        .Build();

    /// <summary>What is stored keeps this form: drafts and responses of years ago are read by it.</summary>
    private const string Stored =
        """
        {"choice":"bus","choices":["wonen","zorg"],"yesno":"$skipped","feeling":"gewoon","agreement":"$skipped","ranking":["natuur","jeugd","$end"],"budget":[70,0,30],
        "statements":["geen-mening",null],"open":{"text":"Zij zei: \"ja\",\né 🌳","lang":"nl"},"number":12,"place":"$rathernot","age":"75-plus","information":true,"text":{"text":"Rolde","lang":"nl"},
        "reis":{"text":"Met de step","lang":"nl","choice":"anders"},"hulp":{"text":"De kerk","lang":"en","choices":["buren","anders"]},"bedrag":-2.5}
        """;

    [Fact]
    public void The_stored_form_stays_as_it_is()
    {
        var stored = Stored.ReplaceLineEndings("").Replace("🌳", "\\uD83C\\uDF33", StringComparison.Ordinal);
        var answers = AnswersDocument.Read(Definition, Encoding.UTF8.GetBytes(stored));

        Assert.Equal(new Ranked(["natuur", "jeugd"], Ended: true), To(answers, "ranking"));
        Assert.Equal(new Chosen("anders") { Other = new Written("Met de step", "nl") }, To(answers, "reis"));
        Assert.Equal(new Amount(-2.5m), To(answers, "bedrag"));
        Assert.Equal(stored, Encoding.UTF8.GetString(AnswersDocument.WriteDraft(Definition, answers)));
    }

    [Fact]
    public void Both_ways_of_reading_see_the_same_answers() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var given = new RandomAnswers(seed).To(Definition);
            var journey = Journey.Of(Definition, given);
            var document = AnswersDocument.WriteResponse(journey, given);
            var read = AnswersDocument.Read(Definition, document);
            var reader = new CanonicalReader(document);
            foreach (var question in journey.Visible.Where(question => question.IsAsked))
            {
                Assert.True(reader.Next(out var id, out var value));
                Assert.Equal(question.Id, Encoding.UTF8.GetString(id));
                // That somebody ended early is not handed in: fewer places say it.
                var answer = given.To(question) is Ranked ranked ? ranked with { Ended = false } : given.To(question);
                Assert.Equal(answer, read.To(question));
                Assert.Equal(answer, AsBytes(question, value));
                Assert.Equal(answer!.WordsOfOnesOwn(), AnswersDocument.WordsIn(document, question.Id));
            }

            Assert.False(reader.Next(out _, out _));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData("choice", "\"vliegtuig\"")]
    [InlineData("choice", "7")]
    [InlineData("choice", "[\"bus\"]")]
    [InlineData("choice", "\"$dontknow\"")]
    [InlineData("choice", "\"$niets\"")]
    [InlineData("choices", "[\"wonen\",\"water\"]")]
    [InlineData("choices", "[\"zorg\",\"wonen\"]")]
    [InlineData("choices", "[]")]
    [InlineData("choices", "[7]")]
    [InlineData("choices", "\"wonen\"")]
    [InlineData("ranking", "[\"natuur\",\"natuur\"]")]
    [InlineData("ranking", "[\"natuur\",\"jeugd\",\"energie\",\"ouderen\"]")]
    [InlineData("ranking", "[[\"natuur\"]]")]
    [InlineData("budget", "[70,0]")]
    [InlineData("budget", "[75,0,25]")]
    [InlineData("budget", "[99999999999,0,0]")]
    [InlineData("budget", "{\"dorpshuis\":70}")]
    [InlineData("statements", "[\"eens\"]")]
    [InlineData("statements", "[\"eens\",\"misschien\"]")]
    [InlineData("open", "\"Kale tekst\"")]
    [InlineData("open", "{\"lang\":\"nl\"}")]
    [InlineData("open", "{\"text\":7,\"lang\":\"nl\"}")]
    [InlineData("text", "{\"text\":null,\"lang\":\"nl\"}")]
    [InlineData("number", "21")]
    [InlineData("number", "1.5")]
    [InlineData("number", "\"twaalf\"")]
    [InlineData("number", "1e400")]
    [InlineData("information", "1")]
    [InlineData("reis", "{\"text\":\"Erbij\",\"lang\":\"nl\",\"choice\":\"fiets\"}")]
    [InlineData("hulp", "[\"buren\",\"geen\"]")]
    public void A_damaged_answer_is_asked_again_and_the_others_stay(string id, string damaged)
    {
        var document = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Stored.ReplaceLineEndings(""))!;
        document[id] = JsonSerializer.Deserialize<JsonElement>(damaged);

        var answers = AnswersDocument.Read(Definition, JsonSerializer.SerializeToUtf8Bytes(document));

        Assert.Null(To(answers, id));
        Assert.All(Definition.Questions.Where(question => question.Id != id), question => Assert.NotNull(answers.To(question)));
        Assert.Null(AnswersDocument.WordsIn("{\"open\":{\"text\":7}}"u8, "open"));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("{", 0)]
    [InlineData("niets", 0)]
    [InlineData("[]", 0)]
    [InlineData("{\"choice\":\"bus\",\"choices\":[\"won", 1)]
    [InlineData("{\"choice\":\"bus\",\"nergens\":{\"a\":[1]},\"yesno\":\"ja\"", 2)]
    public void A_document_that_breaks_off_keeps_what_stands_before(string document, int answers)
    {
        var read = AnswersDocument.Read(Definition, Encoding.UTF8.GetBytes(document));

        Assert.Equal(answers, Definition.Questions.Count(question => read.To(question) is not null));
        Assert.Null(AnswersDocument.WordsIn(Encoding.UTF8.GetBytes(document), "open"));
    }

    private static Answer? To(Answers answers, string id) => answers.To(Definition.Find(id)!);

    private static Answer AsBytes(Question question, ReadOnlySpan<byte> value)
    {
        if (CanonicalReader.IsPassedOver(value))
        {
            return new Missing(CanonicalReader.ReasonIn(value)!.Value);
        }

        var words = CanonicalReader.WordsIn(value, out var text, out var language)
            ? new Written(JsonSerializer.Deserialize<string>(text)!, Encoding.UTF8.GetString(language))
            : null;
        switch (question)
        {
            case OneOfQuestion:
                return new Chosen(Encoding.UTF8.GetString(CanonicalReader.ChosenIn(value)[1..^1])) { Other = words };
            case ChoicesQuestion:
                return new ChosenMany(Elements(CanonicalReader.ChosenIn(value))!) { Other = words };
            case RankingQuestion:
                return new Ranked(Elements(value)!);
            case StatementsQuestion:
                return new Judged(Elements(value));
            case BudgetQuestion:
                var amounts = new List<int>();
                while (CanonicalReader.NextElement(ref value, out var element))
                {
                    Assert.True(CanonicalReader.TryUnits(element, decimals: 0, out var amount));
                    amounts.Add((int)amount);
                }

                return new Divided(amounts);
            case NumberQuestion number:
                Assert.True(CanonicalReader.TryUnits(value, number.Decimals, out var units));
                return new Amount((decimal)units / number.Scale);
            default:
                return words!;
        }
    }

    private static List<string?> Elements(ReadOnlySpan<byte> list)
    {
        var ids = new List<string?>();
        while (CanonicalReader.NextElement(ref list, out var element))
        {
            ids.Add(CanonicalReader.IsNone(element) ? null : Encoding.UTF8.GetString(element));
        }

        return ids;
    }
}
