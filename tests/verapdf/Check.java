import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks PDFs against standards: `Check 2a,ua1 FILE…` prints one tab-separated row for each verdict and each broken rule. */
public class Check {
    private static final int KEPT_PER_RULE = 1;

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < arguments.length; i++) {
            for (String flavour : arguments[0].split(",")) {
                check(arguments[i], flavour);
            }
        }
    }

    private static void check(String file, String flavour) {
        PDFAFlavour standard = PDFAFlavour.fromString(flavour);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), standard);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(standard, KEPT_PER_RULE, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            for (Map.Entry<String, String> broken : brokenRules(result).entrySet()) {
                row("broken", file, flavour, broken.getKey(), broken.getValue());
            }
            row(result.isCompliant() ? "passed" : "failed", file, flavour, "", result.getTotalAssertions() + " checks");
        } catch (Exception problem) {
            row("failed", file, flavour, "unreadable", problem.toString());
        }
    }

    private static Map<String, String> brokenRules(ValidationResult result) {
        Map<String, String> rules = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                rules.putIfAbsent(rule, assertion.getMessage());
            }
        }
        return rules;
    }

    private static void row(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = String.valueOf(cells[i]).replaceAll("\\s+", " ");
        }
        System.out.println(String.join("\t", cells));
    }
}
