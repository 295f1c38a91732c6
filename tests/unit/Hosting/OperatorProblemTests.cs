using Npgsql;
using Participatie.Web.Hosting;

namespace Participatie.Tests.Hosting;

public sealed class OperatorProblemTests
{
    public static TheoryData<Exception, string> Problems => new()
    {
        { new WrongSettingException("Zo niet."), "Zo niet." },
        {
            new NpgsqlException("Failed to connect to 127.0.0.1:5999\n   at somewhere"),
            "The database cannot be used: Failed to connect to 127.0.0.1:5999"
        },
        { new InvalidDataException("End of Central Directory"), "This file is damaged or of another kind: End of Central Directory" },
        { new IOException("Failed to bind to address"), "Failed to bind to address" },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public void What_the_operator_has_to_mend_is_one_sentence(Exception problem, string said) =>
        Assert.Equal(said, OperatorProblem.Of(problem));

    [Fact]
    public void A_fault_of_ours_keeps_its_stack_trace() => Assert.Null(OperatorProblem.Of(new KeyNotFoundException("x")));
}
