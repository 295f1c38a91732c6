using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering;

/// <summary>
/// The one JSON form of answers, in drafts, responses and exports: an object with a member for each answered question, in the
/// definition's order, without white space, so that counting and exporting can read it in one pass (<see cref="CanonicalReader"/>).
/// Passed over: <c>"$skipped"</c>, <c>"$dontknow"</c>, <c>"$rathernot"</c>; never a choice id, which starts with a letter or digit. Not shown: no member.
/// <c>choice</c> and its like: <c>"id"</c>; <c>choices</c>: <c>["id","id"]</c>; <c>ranking</c>: the same from first to last (with <c>"$end"</c> behind it in a
/// draft that ended early); <c>budget</c>: <c>[3,0,7]</c> by choice; <c>statements</c>: <c>["eens",null]</c> by statement;
/// <c>open</c>: <c>{"text":"…","lang":"nl"}</c>, and the same with <c>,"choice":"id"</c> or <c>,"choices":["id"]</c> behind it when words stand beside a
/// choice; <c>number</c>: <c>12</c> or <c>12.5</c>; information: <c>true</c>, in drafts only.
/// </summary>
public static class AnswersDocument
{
    public const string Skipped = "$skipped";
    public const string DontKnow = "$dontknow";
    public const string RatherNot = "$rathernot";
    private const string End = "$end";

    // Letters with accents stay letters: the document is stored as UTF-8 and never put into a page as it is.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Everything answered so far, also to questions that are hidden now: going back may show them again.</summary>
    public static byte[] WriteDraft(Consultation definition, Answers answers) => Write(definition.Questions, answers, whole: false);

    /// <summary>What is handed in: the visible questions only, each with an answer.</summary>
    /// <exception cref="InvalidOperationException">The journey is not complete.</exception>
    public static byte[] WriteResponse(Journey journey, Answers answers) =>
        journey.IsComplete
            ? Write(journey.Visible.Where(question => question is not InformationQuestion), answers, whole: true)
            : throw new InvalidOperationException("A response has an answer to every visible question.");

    public static Answers Read(Consultation definition, ReadOnlySpan<byte> document)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(document);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var question = definition.Find(reader.GetString()!);
            reader.Read();
            if (question is null)
            {
                reader.Skip();
                continue;
            }

            answers[question.Id] = ReadAnswer(question, ref reader);
        }

        return Answers.Of(answers);
    }

    private static byte[] Write(IEnumerable<Question> questions, Answers answers, bool whole)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            foreach (var question in questions)
            {
                if (answers.To(question) is { } answer)
                {
                    writer.WritePropertyName(question.Id);
                    WriteAnswer(writer, answer, whole);
                }
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteAnswer(Utf8JsonWriter writer, Answer answer, bool whole)
    {
        switch (answer)
        {
            case Missing missing:
                writer.WriteStringValue(missing.Reason switch
                {
                    Reason.DontKnow => DontKnow,
                    Reason.RatherNot => RatherNot,
                    _ => Skipped,
                });
                break;
            case Chosen { Other: { } beside } chosen:
                WriteWords(writer, beside);
                writer.WriteString("choice", chosen.Choice);
                writer.WriteEndObject();
                break;
            case Chosen chosen:
                writer.WriteStringValue(chosen.Choice);
                break;
            case ChosenMany { Other: { } beside } many:
                WriteWords(writer, beside);
                writer.WritePropertyName("choices");
                WriteList(writer, many.Choices);
                writer.WriteEndObject();
                break;
            case ChosenMany many:
                WriteList(writer, many.Choices);
                break;
            case Ranked ranked:
                WriteList(writer, ranked.Ended && !whole ? ranked.Choices.Append(End) : ranked.Choices);
                break;
            case Divided divided:
                writer.WriteStartArray();
                foreach (var amount in divided.Amounts)
                {
                    writer.WriteNumberValue(amount);
                }

                writer.WriteEndArray();
                break;
            case Judged judged:
                WriteList(writer, judged.Judgements);
                break;
            case Written written:
                WriteWords(writer, written);
                writer.WriteEndObject();
                break;
            case Amount amount:
                // One form for one number: no zeros behind the last decimal.
                writer.WriteNumberValue(amount.Value / 1.0000000000000000000000000000m);
                break;
            case Seen:
                writer.WriteBooleanValue(true);
                break;
            default:
                throw new InvalidOperationException($"No JSON form for {answer.GetType().Name}.");
        }
    }

    /// <summary>Begins the object; what is chosen comes behind the words, so that one way of reading finds them in each.</summary>
    private static void WriteWords(Utf8JsonWriter writer, Written written)
    {
        writer.WriteStartObject();
        writer.WriteString("text", written.Text);
        writer.WriteString("lang", written.Language);
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable<string?> ids)
    {
        writer.WriteStartArray();
        foreach (var id in ids)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
    }

    private static Answer ReadAnswer(Question question, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString() switch
            {
                Skipped => new Missing(Reason.Skipped),
                DontKnow => new Missing(Reason.DontKnow),
                RatherNot => new Missing(Reason.RatherNot),
                var choice => new Chosen(choice!),
            };
        }

        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return ReadWords(ref reader);
        }

        switch (question)
        {
            case ChoicesQuestion:
                return new ChosenMany(ReadList(ref reader)!);
            case RankingQuestion:
                var order = ReadList(ref reader);
                return order is [.., End] ? new Ranked(order[..^1]!, Ended: true) : new Ranked(order!);
            case StatementsQuestion:
                return new Judged(ReadList(ref reader));
            case BudgetQuestion:
                var amounts = new List<int>();
                while (reader.Read() && reader.TokenType == JsonTokenType.Number)
                {
                    amounts.Add(reader.GetInt32());
                }

                return new Divided(amounts);
            case NumberQuestion:
                return new Amount(reader.GetDecimal());
            default:
                return new Seen();
        }
    }

    /// <summary>An answer in words, alone or beside what was chosen.</summary>
    private static Answer ReadWords(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Read();
        var text = reader.GetString()!;
        reader.Read();
        reader.Read();
        var written = new Written(text, reader.GetString()!);
        Answer answer = written;
        if (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            answer = reader.TokenType == JsonTokenType.String
                ? new Chosen(reader.GetString()!) { Other = written }
                : new ChosenMany(ReadList(ref reader)!) { Other = written };
            reader.Read();
        }

        return answer;
    }

    private static List<string?> ReadList(ref Utf8JsonReader reader)
    {
        var ids = new List<string?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            ids.Add(reader.GetString());
        }

        return ids;
    }
}
