using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;
using Participatie.Web.QuestionInputs;
using Participatie.Web.QuestionInputs.OnPaper;

namespace Participatie.Tests.Answering;

public sealed class KindRegistryTests
{
    private static readonly IEnumerable<Type> Kinds =
        typeof(Question).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Question)) && !type.IsAbstract);

    [Fact]
    public void Every_kind_has_a_check() => Assert.Equal([], Kinds.Where(kind => !CheckAnswer.Knows(kind)).ToArray());

    [Fact]
    public void Every_kind_has_an_input() => Assert.Equal([], Kinds.Where(kind => InputFor.Kind(kind) is null).ToArray());

    [Fact]
    public void Every_kind_has_boxes_on_paper() => Assert.Equal([], Kinds.Where(kind => PaperFor.Kind(kind) is null).ToArray());
}
