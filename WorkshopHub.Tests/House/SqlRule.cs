using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WorkshopHub.Tests.House;

/// <summary>
/// Values reach SQL as parameters: the text of a query is known when the program is built. A list of columns that is a
/// constant may be named in it.
/// </summary>
public static class SqlRule
{
    private static readonly string[] _talkers = ["Query", "First", "Execute", "Insert", "ExecuteScalar"];

    /// <summary>The calls that weave a value into a query, outside Data.</summary>
    public static IEnumerable<string> Broken(IReadOnlyList<Source> sources)
    {
        var trees = sources.Where(source => source.IsCode)
            .Select(source => CSharpSyntaxTree.ParseText(source.Text, path: source.Path)).ToList();
        var house = CSharpCompilation.Create("House", trees, [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        return
            from tree in trees
            where !tree.FilePath.StartsWith("WorkshopHub.Web/Data/", StringComparison.Ordinal)
            let meaning = house.GetSemanticModel(tree)
            from call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            where IsTalk(call) && call.ArgumentList.Arguments.Count > 0
            let sql = call.ArgumentList.Arguments[0].Expression
            where IsWoven(sql) && !meaning.GetConstantValue(sql).HasValue
            select $"{tree.FilePath}:{call.GetLocation().GetLineSpan().StartLinePosition.Line + 1} weaves a value into SQL";
    }

    private static bool IsTalk(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax member
        && _talkers.Contains(member.Name.Identifier.Text, StringComparer.Ordinal);

    private static bool IsWoven(ExpressionSyntax text) => text.DescendantNodesAndSelf().Any(node =>
        node is InterpolatedStringExpressionSyntax or InvocationExpressionSyntax || node.IsKind(SyntaxKind.AddExpression))
        && text.DescendantTokens().Any(token => token.Text.Contains("SELECT ", StringComparison.Ordinal)
            || token.Text.Contains("INSERT ", StringComparison.Ordinal) || token.Text.Contains("UPDATE ", StringComparison.Ordinal)
            || token.Text.Contains("DELETE ", StringComparison.Ordinal));
}
