using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Participatie.Surveys.Answering.Kinds;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering;

/// <summary>
/// The one JSON form of answers, in drafts, responses and exports: an object with a member for each answered question, in the
/// definition's order, without white space, so that counting and exporting can read it in one pass (<see cref="CanonicalReader"/>).
/// Passed over: a word of <see cref="PassedOver"/>. Not shown: no member.
/// <c>choice</c> and its like: <c>"id"</c>; <c>choices</c>: <c>["id","id"]</c>; <c>ranking</c>: the same from first to last (with
/// <c>"$end"</c> behind it in a draft that ended early); <c>budget</c>: <c>[3,0,7]</c> by choice; <c>statements</c>: <c>["eens",null]</c>
/// by statement;
/// <c>open</c> and <c>text</c>: <c>{"text":"…","lang":"nl"}</c>, and the same with <c>,"choice":"id"</c> or <c>,"choices":["id"]</c> behind
/// it when words stand beside a choice; <c>number</c>: <c>12</c> or <c>12.5</c>; information: <c>true</c>, in drafts only.
/// </summary>
public static class AnswersDocument
{
    // Letters with accents stay letters: the document is stored as UTF-8 and never put into a page as it is.
    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Everything answered so far, also to questions that are hidden now: going back may show them again.</summary>
    public static byte[] WriteDraft(Consultation definition, Answers answers) => Write(definition.Questions, answers, whole: false);

    /// <summary>What is handed in: the visible questions only, each with an answer.</summary>
    /// <exception cref="InvalidOperationException">The journey is not complete.</exception>
    public static byte[] WriteResponse(Journey journey, Answers answers) =>
        journey.IsComplete
            ? Write(journey.Visible.Where(question => question.IsAsked), answers, whole: true)
            : throw new InvalidOperationException("A response has an answer to every visible question.");

    /// <summary>
    /// The answers that the version allows. One that was damaged in storage is left out, so that its question is asked again; the others
    /// stay.
    /// </summary>
    public static Answers Read(Consultation definition, ReadOnlySpan<byte> document)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        var members = new Utf8JsonReader(document);
        while (Next(ref members, out var id, out var value))
        {
            if (definition.Find(id) is { } question && ReadAnswer(question, ref value) is { } answer)
            {
                answers[id] = answer;
            }
        }

        return Answers.Of(answers);
    }

    /// <summary>What was written as an answer to the question, or beside the choice that is its answer.</summary>
    /// <returns>Null when nothing was, or when what is stored cannot be read any more.</returns>
    public static Written? WordsIn(ReadOnlySpan<byte> document, string questionId)
    {
        var members = new Utf8JsonReader(document);
        while (Next(ref members, out var id, out var value))
        {
            if (id == questionId)
            {
                return value.TokenType == JsonTokenType.StartObject ? ReadWords(ref value) : null;
            }
        }

        return null;
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
                    WriteAnswer(writer, question, answer, whole);
                }
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteAnswer(Utf8JsonWriter writer, Question question, Answer answer, bool whole)
    {
        if (answer is Missing missing)
        {
            writer.WriteStringValue(PassedOver.Word(missing.Reason));
        }
        else
        {
            AnswerKinds.All.For(question).Write(writer, answer, whole);
        }
    }

    private static Answer? ReadAnswer(Question question, ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.String && json.ValueSpan is [(byte)'$', ..])
        {
            return PassedOver.ReasonOf(json.ValueSpan) is { } reason && PassedOver.IsOffered(question, reason) ? new Missing(reason) : null;
        }

        var kind = AnswerKinds.All.For(question);
        try
        {
            return kind.Read(question, ref json);
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            return null;
        }
    }

    private static Written? ReadWords(ref Utf8JsonReader json)
    {
        try
        {
            return AnswerJson.ReadWords(ref json);
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            return null;
        }
    }

    /// <summary>What reading throws where something else stands than was written.</summary>
    private static bool IsDamage(Exception failure) => failure is JsonException or FormatException or InvalidOperationException;

    /// <summary>Moves to the next member. A document that breaks off ends where it does.</summary>
    private static bool Next(ref Utf8JsonReader members, out string id, out Utf8JsonReader value)
    {
        id = "";
        value = default;
        try
        {
            if (members.TokenType == JsonTokenType.None)
            {
                members.Read();
            }

            if (!members.Read() || members.TokenType != JsonTokenType.PropertyName)
            {
                return false;
            }

            id = members.GetString()!;
            members.Read();
            value = members;
            members.Skip();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
