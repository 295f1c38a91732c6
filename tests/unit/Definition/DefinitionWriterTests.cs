using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Definition;

public sealed class DefinitionWriterTests
{
    [Property]
    public Property Reading_what_was_written_gives_the_same_definition() =>
        Prop.ForAll(GivenDefinitions.Any, definition =>
        {
            var (read, problems) = DefinitionReader.Read(DefinitionWriter.Write(definition));
            Assert.Empty(problems);
            Assert.Equal(Described.In(definition), Described.In(read));
        });

    [Property]
    public Property The_same_definition_always_gives_the_same_bytes() =>
        Prop.ForAll(GivenDefinitions.Any, definition =>
        {
            var written = DefinitionWriter.Write(definition);
            Assert.Equal(written, DefinitionWriter.Write(DefinitionReader.Read(written).Definition!));
        });

    [Fact]
    public void Every_kind_of_question_can_be_written_and_read()
    {
        var kinds = typeof(Question).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Question)) && !type.IsAbstract);
        var written = DefinitionWriter.Write(GivenConsultation.WithEveryKind().Build());
        var read = DefinitionReader.Read(written).Definition!.Questions.Select(question => question.GetType());

        Assert.Equal(kinds.OrderBy(type => type.Name), read.OrderBy(type => type.Name));
    }

    [Fact]
    public void Keeps_accents_and_apostrophes_readable()
    {
        var definition = GivenConsultation.WithEveryKind().But(frame => frame with { Title = GivenConsultation.Words("Zo'n één") }).Build();
        Assert.Contains("Zo'n één", Encoding.UTF8.GetString(DefinitionWriter.Write(definition)), StringComparison.Ordinal);
    }
}
