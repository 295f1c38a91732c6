using System.Collections.Frozen;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>Words that a program reads as a command of its own where the name of a column should stand.</summary>
internal static class ReservedWords
{
    private const string Spss = "all and by eq ge gt le lt ne not or to with";

    private const string R =
        "break else false for function if in inf na nan next null repeat true while na_character_ na_complex_ na_integer_ na_real_";

    private const string Stata = "byte double float if in int long strl using with";

    // What PostgreSQL, MySQL or SQLite refuse as a column's name without quotes.
    private const string Sql =
        """
        accessible add all alter analyse analyze and any array as asc asensitive asymmetric authorization autoincrement before between
        bigint binary blob both by call
        cascade case cast change char character check collate collation column commit concurrently condition constraint continue convert
        create cross cube cume_dist
        current_catalog current_date current_role current_schema current_time current_timestamp current_user cursor database databases
        day_hour day_microsecond
        day_minute day_second dec decimal declare default deferrable delayed delete dense_rank desc describe deterministic distinct
        distinctrow div do double drop dual
        each else elseif empty enclosed end escape escaped except exists exit explain false fetch first_value float float4 float8 for force
        foreign freeze from full
        fulltext function generated get grant group grouping groups having high_priority hour_microsecond hour_minute hour_second if ignore
        ilike in index infile
        initially inner inout insensitive insert int int1 int2 int3 int4 int8 integer intersect interval into is isnull iterate join
        json_table key keys kill lag
        last_value lateral lead leading leave left like limit linear lines load localtime localtimestamp lock long longblob longtext loop
        low_priority match maxvalue
        mediumblob mediumint mediumtext middleint minute_microsecond minute_second mod modifies natural not nothing notnull nth_value ntile
        null numeric of offset on
        only optimize optimizer_costs option optionally or order out outer outfile over overlaps parallel partition percent_rank placing
        precision primary procedure
        purge range rank read read_write reads real recursive references regexp release rename repeat replace require resignal restrict
        return returning revoke right
        rlike row row_number rows schema schemas second_microsecond select sensitive separator session_user set show signal similar smallint
        some spatial specific sql
        sqlexception sqlstate sqlwarning ssl starting stored straight_join symmetric system system_user table tablesample terminated then
        tinyblob tinyint tinytext to
        trailing transaction trigger true undo union unique unlock unsigned update usage use user using utc_date utc_time utc_timestamp
        values varbinary varchar
        varcharacter variadic varying verbose virtual when where while window with write xor year_month zerofill
        """;

    // Stata's types of text: str1 to str2045.
    private static readonly IEnumerable<string> StataTexts = Enumerable.Range(1, 2045).Select(length => $"str{length}");

    public static readonly FrozenSet<string> All = new[] { Spss, R, Stata, Sql }
        .SelectMany(words => words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        .Concat(StataTexts)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
