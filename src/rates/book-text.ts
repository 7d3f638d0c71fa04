/** Written by `npm run rates` from tables of public facts: change those or the script, not this file. */

/** From | to | who | ten-thousandths of $ | final, or the proposal | source */
export const FACTORS = `2024-01-01|2024-03-08|all|327442|final|0
2024-03-09|2024-12-31|all|332875|final|1
2025-01-01|2025-12-31|all|323465|final|2
2026-01-01|2026-12-31|non-QP|334009|final|3
2026-01-01|2026-12-31|QP|335675|final|4
2027-01-01|2027-12-31|non-QP|328400|CMS-1848-P, July 2026|5
2027-01-01|2027-12-31|QP|331700|CMS-1848-P, July 2026|5`;

/** Year | release | source of its relative values | source of its geographic indices */
export const SCHEDULES = `2024|RVU24C (July 2024 release)|7|6
2025|RVU25D (October 2025 release, released 09/11/2025)|9|8
2026|RVU26C (July 2026 release, released 06/30/2026)|11|10`;

/** Code | program | by schedule: year, status, hundredths of work, practice expense outside and in a facility (- = not paid there), malpractice */
export const CODES = `98975|RTM|2024 A 0 58 - 2|2025 A 0 59 - 2|2026 A 0 63 - 2
98976|RTM|2024 A 0 141 - 1|2025 A 0 132 - 1|2026 A 0 155 - 1
98977|RTM|2024 A 0 141 - 1|2025 A 0 132 - 1|2026 A 0 153 - 1
98978|RTM|2024 C 0 0 0 0|2025 C 0 0 0 0|2026 C 0 0 0 0
98979|RTM|2026 A 31 47 2 1
98980|RTM|2024 A 62 86 25 4|2025 A 62 89 25 4|2026 A 62 97 12 3
98981|RTM|2024 A 61 55 25 4|2025 A 61 56 24 4|2026 A 61 60 12 3
98984|RTM|2026 A 0 155 - 1
98985|RTM|2026 A 0 153 - 1
98986|RTM|2026 C 0 0 0 0
99091|RPM|2024 A 110 43 43 8|2025 A 110 43 43 7|2026 A 110 49 25 7
99213|visit (related)|2024 A 130 133 56 10|2025 A 130 135 57 10|2026 A 130 146 33 9
99214|visit (related)|2024 A 192 179 83 14|2025 A 192 180 83 15|2026 A 192 200 47 14
99424|PCM|2024 A 145 92 65 11|2025 A 145 93 66 12|2026 A 145 106 38 11
99425|PCM|2024 A 100 73 45 7|2025 A 100 76 46 6|2026 A 100 77 25 7
99426|PCM|2024 A 100 78 39 8|2025 A 100 85 41 6|2026 A 100 96 25 7
99427|PCM|2024 A 71 66 27 5|2025 A 71 81 31 4|2026 A 71 86 18 5
99437|CCM|2024 A 100 72 43 7|2025 A 100 72 42 6|2026 A 100 82 24 7
99439|CCM|2024 A 70 69 29 5|2025 A 70 68 28 4|2026 A 70 76 17 5
99445|RPM|2026 A 0 155 - 1
99453|RPM|2024 A 0 58 - 2|2025 A 0 59 - 2|2026 A 0 63 - 2
99454|RPM|2024 A 0 141 - 1|2025 A 0 132 - 1|2026 A 0 155 - 1
99457|RPM|2024 A 61 82 24 4|2025 A 61 83 24 4|2026 A 61 90 14 4
99458|RPM|2024 A 61 53 24 4|2025 A 61 54 24 4|2026 A 61 59 14 4
99470|RPM|2026 A 31 45 7 2
99473|SMBP (related)|2024 A 0 42 - 1|2025 A 0 42 - 1|2026 A 0 45 - 1
99474|SMBP (related)|2024 A 18 31 7 1|2025 A 18 32 7 1|2026 A 18 36 5 1
99484|BHI|2024 A 93 66 32 6|2025 A 93 66 30 5|2026 A 93 73 17 6
99487|CCM|2024 A 181 210 75 12|2025 A 181 213 75 13|2026 A 181 238 43 13
99489|CCM|2024 A 100 110 42 7|2025 A 100 112 40 6|2026 A 100 127 24 7
99490|CCM|2024 A 100 81 42 7|2025 A 100 81 42 6|2026 A 100 91 24 7
99491|CCM|2024 A 150 94 64 10|2025 A 150 94 64 10|2026 A 150 108 37 9
99492|CoCM|2024 A 188 260 79 12|2025 A 188 248 80 13|2026 A 188 278 44 14
99493|CoCM|2024 A 205 201 86 14|2025 A 205 193 86 15|2026 A 205 215 49 14
99494|CoCM|2024 A 82 91 35 5|2025 A 82 87 34 4|2026 A 82 96 20 6
99495|TCM|2024 A 278 325 120 18|2025 A 278 327 120 17|2026 A 278 362 69 19
99496|TCM|2024 A 379 437 162 24|2025 A 379 440 161 24|2026 A 379 491 95 24
G0019|CHI (related)|2024 A 100 135 42 7|2025 A 100 135 41 6|2026 A 100 151 25 7
G0022|CHI (related)|2024 A 70 76 29 5|2025 A 70 76 29 4|2026 A 70 87 17 5
G0023|PIN (related)|2024 A 100 135 42 7|2025 A 100 135 41 6|2026 A 100 154 26 7
G0024|PIN (related)|2024 A 70 76 29 5|2025 A 70 76 29 4|2026 A 70 88 18 5
G0140|PIN (related)|2024 A 100 135 42 7|2025 A 100 135 41 6|2026 A 100 160 26 7
G0146|PIN (related)|2024 A 70 76 29 5|2025 A 70 76 29 4|2026 A 70 86 17 4
G0323|BHI|2024 A 93 66 31 6|2025 A 93 69 30 4|2026 A 93 76 16 4
G0438|visit (related)|2024 A 260 220 - 17|2025 A 260 220 - 16|2026 A 260 245 - 17
G0439|visit (related)|2024 A 192 186 - 13|2025 A 192 186 - 13|2026 A 192 207 - 13
G0506|CCM|2024 A 87 95 38 6|2025 A 87 96 37 5|2026 A 87 106 22 6
G0511|RHC/FQHC bundle|2024 X 117 93 - 9|2025 X 90 72 - 7
G0512|RHC/FQHC bundle|2024 X 197 230 - 13|2025 X 197 220 - 14
G0552|DMHT (related)|2025 C 0 0 0 0|2026 C 0 0 0 0
G0553|DMHT (related)|2025 A 62 94 25 4|2026 A 62 97 13 3
G0554|DMHT (related)|2025 A 61 58 23 4|2026 A 61 60 12 3
G0556|APCM|2025 A 25 20 10 2|2026 A 25 22 6 2
G0557|APCM|2025 A 77 70 31 4|2026 A 77 79 19 5
G0558|APCM|2025 A 167 152 68 12|2026 A 167 172 39 12
G0568|APCM-BH add-on|2026 A 188 281 42 15
G0569|APCM-BH add-on|2026 A 205 217 49 15
G0570|APCM-BH add-on|2026 A 93 74 17 6
G2211|visit (related)|2024 A 33 14 14 2|2025 A 33 13 13 2|2026 A 33 17 8 2
G2214|CoCM|2024 A 77 90 32 5|2025 A 77 87 33 4|2026 A 77 99 18 6
G3002|Chronic pain (related)|2024 A 145 92 65 11|2025 A 145 90 65 13|2026 A 145 101 36 12
G3003|Chronic pain (related)|2024 A 50 37 23 4|2025 A 50 37 23 4|2026 A 50 40 13 5`;

/** Contractor | state | number | name | by schedule: thousandths of work, practice expense, malpractice */
export const LOCALITIES = `02102|AK|01|ALASKA|1500 1081 592|1500 1081 592|1500 1065 551
10112|AL|00|ALABAMA|1000 869 575|1000 869 575|1000 875 566
07102|AR|13|ARKANSAS|1000 860 518|1000 860 518|1000 859 515
03102|AZ|00|ARIZONA|1000 975 854|1000 975 854|1000 969 856
01112|CA|05|SAN FRANCISCO-OAKLAND-BERKELEY (SAN FRANCISCO/SAN MATEO/ALAMEDA/CONTRA COSTA CNTY)|1088 1419 445|1088 1419 445|1095 1410 425
01112|CA|09|SAN JOSE-SUNNYVALE-SANTA CLARA (SANTA CLARA CNTY)|1100 1435 420|1100 1435 420|1110 1442 397
01182|CA|17|OXNARD-THOUSAND OAKS-VENTURA|1026 1183 651|1026 1183 651|1028 1182 623
01182|CA|18|LOS ANGELES-LONG BEACH-ANAHEIM (LOS ANGELES/ORANGE CNTY)|1042 1194 690|1042 1194 690|1041 1183 664
01112|CA|51|NAPA|1058 1310 521|1058 1310 521|1063 1318 508
01112|CA|52|SAN FRANCISCO-OAKLAND-BERKELEY (MARIN CNTY)|1088 1419 470|1088 1419 470|1095 1410 459
01112|CA|53|VALLEJO|1058 1310 470|1058 1310 470|1063 1318 459
01112|CA|54|BAKERSFIELD|1017 1093 662|1017 1093 662|1019 1096 609
01112|CA|55|CHICO|1014 1093 560|1014 1093 560|1017 1096 536
01112|CA|56|FRESNO|1014 1093 560|1014 1093 560|1017 1096 536
01112|CA|57|HANFORD-CORCORAN|1014 1093 560|1014 1093 560|1017 1096 536
01112|CA|58|MADERA|1014 1093 560|1014 1093 560|1017 1096 536
01112|CA|59|MERCED|1014 1093 560|1014 1093 560|1017 1096 536
01112|CA|60|MODESTO|1014 1093 560|1014 1093 560|1017 1096 536
01112|CA|61|REDDING|1014 1093 560|1014 1093 560|1017 1096 536
01112|CA|62|RIVERSIDE-SAN BERNARDINO-ONTARIO|1014 1093 892|1014 1093 892|1018 1096 853
01112|CA|63|SACRAMENTO-ROSEVILLE-FOLSOM|1034 1156 560|1034 1156 560|1036 1163 536
01112|CA|64|SALINAS|1035 1165 560|1035 1165 560|1031 1159 536
01112|CA|65|SAN JOSE-SUNNYVALE-SANTA CLARA (SAN BENITO CNTY)|1100 1435 560|1100 1435 560|1110 1442 536
01112|CA|66|SANTA CRUZ-WATSONVILLE|1017 1209 560|1017 1209 560|1021 1215 536
01112|CA|67|SANTA ROSA-PETALUMA|1027 1232 560|1027 1232 560|1030 1228 536
01112|CA|68|STOCKTON|1014 1093 560|1014 1093 560|1017 1096 536
01112|CA|69|VISALIA|1014 1093 560|1014 1093 560|1017 1096 536
01112|CA|70|YUBA CITY|1014 1093 560|1014 1093 560|1017 1096 536
01182|CA|71|EL CENTRO|1014 1093 570|1014 1093 570|1017 1096 541
01182|CA|72|SAN DIEGO-CHULA VISTA-CARLSBAD|1028 1191 572|1028 1191 572|1030 1196 542
01182|CA|73|SAN LUIS OBISPO-PASO ROBLES|1014 1132 560|1014 1132 560|1017 1139 536
01182|CA|74|SANTA MARIA-SANTA BARBARA|1022 1175 560|1022 1175 560|1028 1166 536
01112|CA|75|REST OF CALIFORNIA|1014 1093 560|1014 1093 560|1017 1096 536
04112|CO|01|COLORADO|1008 1053 827|1008 1053 827|1012 1064 781
13102|CT|00|CONNECTICUT|1022 1091 1207|1022 1091 1207|1020 1077 1210
12202|DC|01|DC + MD/VA SUBURBS|1057 1192 1168|1057 1192 1168|1054 1178 1113
12102|DE|01|DELAWARE|1009 992 949|1009 992 949|1005 988 899
09102|FL|03|FORT LAUDERDALE|1000 998 1770|1000 998 1770|1000 1013 1808
09102|FL|04|MIAMI|1000 1027 2500|1000 1027 2500|1000 1041 2529
09102|FL|99|REST OF FLORIDA|1000 940 1467|1000 940 1467|1000 956 1503
10212|GA|01|ATLANTA|1000 997 1128|1000 997 1128|1003 1016 1201
10212|GA|99|REST OF GEORGIA|1000 883 1125|1000 883 1125|1000 892 1192
01212|HI|01|HAWAII, GUAM|1000 1149 561|1000 1149 561|1000 1137 579
05102|IA|00|IOWA|1000 913 457|1000 913 457|1000 915 397
02202|ID|00|IDAHO|1000 908 461|1000 908 461|1000 920 473
06102|IL|12|EAST ST. LOUIS|1000 918 1784|1000 918 1784|1000 920 2014
06102|IL|15|SUBURBAN CHICAGO|1007 1048 1556|1007 1048 1556|1007 1027 1772
06102|IL|16|CHICAGO|1007 1023 2018|1007 1023 2018|1007 1005 2295
06102|IL|99|REST OF ILLINOIS|1000 912 1381|1000 912 1381|1000 913 1563
08102|IN|00|INDIANA|1000 922 485|1000 922 485|1000 927 486
05202|KS|00|KANSAS|1000 906 540|1000 906 540|1000 904 504
15102|KY|00|KENTUCKY|1000 877 913|1000 877 913|1000 889 915
07202|LA|01|NEW ORLEANS|1000 935 1156|1000 935 1156|1000 941 1136
07202|LA|99|REST OF LOUISIANA|1000 881 982|1000 881 982|1000 885 958
14212|MA|01|METROPOLITAN BOSTON|1042 1197 894|1042 1197 894|1041 1194 890
14212|MA|99|REST OF MASSACHUSETTS|1017 1061 796|1017 1061 796|1016 1053 797
12302|MD|01|BALTIMORE/SURR. CNTYS|1020 1078 1309|1020 1078 1309|1016 1073 1237
12302|MD|99|REST OF MARYLAND|1012 1016 973|1012 1016 973|1010 1012 918
14112|ME|03|SOUTHERN MAINE|1000 1012 656|1000 1012 656|1000 991 631
14112|ME|99|REST OF MAINE|1000 913 650|1000 913 650|1000 920 622
08202|MI|01|DETROIT|1003 986 1718|1003 986 1718|1000 965 1686
08202|MI|99|REST OF MICHIGAN|1000 911 1173|1000 911 1173|1000 913 1129
06202|MN|00|MINNESOTA|1000 1025 300|1000 1025 300|1000 1029 296
05302|MO|01|METROPOLITAN ST. LOUIS|1000 952 994|1000 952 994|1000 952 1002
05302|MO|02|METROPOLITAN KANSAS CITY|1000 948 992|1000 948 992|1000 939 977
05302|MO|99|REST OF MISSOURI|1000 859 974|1000 859 974|1000 862 974
07302|MS|00|MISSISSIPPI|1000 852 768|1000 852 768|1000 861 739
03202|MT|01|MONTANA|1000 1000 978|1000 1000 978|1000 1000 998
11502|NC|00|NORTH CAROLINA|1000 926 665|1000 926 665|1000 933 639
03302|ND|01|NORTH DAKOTA|1000 1000 517|1000 1000 517|1000 1000 406
05402|NE|00|NEBRASKA|1000 917 304|1000 917 304|1000 923 378
14312|NH|40|NEW HAMPSHIRE|1000 1034 898|1000 1034 898|1000 1041 875
12402|NJ|01|NORTHERN NJ|1064 1172 1032|1064 1172 1032|1063 1160 1068
12402|NJ|99|REST OF NEW JERSEY|1042 1106 1069|1042 1106 1069|1040 1092 1097
04212|NM|05|NEW MEXICO|1000 908 1172|1000 908 1172|1000 917 1201
01312|NV|00|NEVADA|1000 1000 844|1000 1000 844|1000 1001 833
13202|NY|01|MANHATTAN|1065 1166 1656|1065 1166 1656|1064 1162 1586
13202|NY|02|NYC SUBURBS/LONG ISLAND|1065 1200 1911|1065 1200 1911|1064 1189 1857
13202|NY|03|POUGHKPSIE/N NYC SUBURBS|1046 1106 1269|1046 1106 1269|1045 1095 1210
13292|NY|04|QUEENS|1065 1195 1462|1065 1195 1462|1064 1182 1442
13282|NY|99|REST OF NEW YORK|1000 949 732|1000 949 732|1000 950 703
15202|OH|00|OHIO|1000 911 1033|1000 911 1033|1000 913 1008
04312|OK|00|OKLAHOMA|1000 891 813|1000 891 813|1000 893 777
02302|OR|01|PORTLAND|1013 1103 688|1013 1103 688|1016 1111 744
02302|OR|99|REST OF OREGON|1000 986 643|1000 986 643|1000 996 703
12502|PA|01|METROPOLITAN PHILADELPHIA|1024 1053 1177|1024 1053 1177|1018 1041 1193
12502|PA|99|REST OF PENNSYLVANIA|1000 927 925|1000 927 925|1000 918 945
09202|PR|20|PUERTO RICO|1000 1007 982|1000 1007 982|1000 1011 985
14412|RI|01|RHODE ISLAND|1025 1039 849|1025 1039 849|1019 1033 892
11202|SC|01|SOUTH CAROLINA|1000 913 817|1000 913 817|1000 924 850
03402|SD|02|SOUTH DAKOTA|1000 1000 382|1000 1000 382|1000 1000 336
10312|TN|35|TENNESSEE|1000 896 544|1000 896 544|1000 909 537
04412|TX|09|BRAZORIA|1014 1006 795|1014 1006 795|1008 991 780
04412|TX|11|DALLAS|1011 1007 877|1011 1007 877|1009 996 858
04412|TX|15|GALVESTON|1014 1000 855|1014 1000 855|1008 993 828
04412|TX|18|HOUSTON|1014 1003 1409|1014 1003 1409|1008 993 1376
04412|TX|20|BEAUMONT|1000 903 947|1000 903 947|1000 910 929
04412|TX|28|FORT WORTH|1011 998 902|1011 998 902|1009 986 871
04412|TX|31|AUSTIN|1000 1046 914|1000 1046 914|1002 1058 886
04412|TX|99|REST OF TEXAS|1000 945 934|1000 945 934|1000 949 903
03502|UT|09|UTAH|1000 933 930|1000 933 930|1000 940 898
11302|VA|00|VIRGINIA|1002 984 755|1002 984 755|1000 983 706
09202|VI|50|VIRGIN ISLANDS|1000 1007 982|1000 1007 982|1000 1011 985
14512|VT|50|VERMONT|1000 993 518|1000 993 518|1000 990 506
02402|WA|02|SEATTLE (KING CNTY)|1043 1220 853|1043 1220 853|1050 1227 817
02402|WA|99|REST OF WASHINGTON|1007 1040 803|1007 1040 803|1013 1053 761
06302|WI|00|WISCONSIN|1000 957 331|1000 957 331|1000 958 308
11402|WV|16|WEST VIRGINIA|1000 862 1333|1000 862 1333|1000 869 1431
03602|WY|21|WYOMING|1000 1000 739|1000 1000 739|1000 1000 740`;

/** Code | role | period | minutes | days from | days to | base codes | minutes of a further unit | total minutes of the first | most units | from | to | source */
export const RULES = `99490|base|calendar month|20||||||1|2015-01-01||12
99439|add-on|calendar month||||99490|20|40|2|2021-01-01||13
99491|base|calendar month|30|||||||2019-01-01||14
99437|add-on|calendar month||||99491|30|60||2022-01-01||15
99487|base|calendar month|60|||||||2017-01-01||16
99489|add-on|calendar month||||99487|30|90|10|2017-01-01||17
99424|base|calendar month|30||||||1|2022-01-01||18
99425|add-on|calendar month||||99424|30|60||2022-01-01||18
99426|base|calendar month|30||||||1|2022-01-01||18
99427|add-on|calendar month||||99426|30|60||2022-01-01||18
G0556|base (exactly one level)|calendar month|0||||||1|2025-01-01||19
G0557|base (exactly one level)|calendar month|0||||||1|2025-01-01||19
G0558|base (exactly one level)|calendar month|0||||||1|2025-01-01||19
G0568|add-on|calendar month|0|||G0556 G0557 G0558||||2026-01-01||20
G0569|add-on|calendar month|0|||G0556 G0557 G0558||||2026-01-01||20
G0570|add-on|calendar month|0|||G0556 G0557 G0558||||2026-01-01||20
99453|one-off set-up|episode of care||16|||||1|2019-01-01|2025-12-31|21
99453|one-off set-up|episode of care||2|||||1|2026-01-01||22
99454|device supply|30 days||16|30||||1|2019-01-01||23
99445|device supply|30 days||2|15||||1|2026-01-01||23
99470|management base|calendar month|10||||||1|2026-01-01||23
99457|management base|calendar month|20||||||1|2019-01-01||23
99458|management add-on|calendar month||||99457|20|40|3|2020-01-01||24
99091|physician review|30 days|30||||||1|2018-01-01||25
98975|one-off set-up|episode of care|||||||1|2022-01-01||26
98976|device supply|30 days||16|30||||1|2022-01-01||26
98977|device supply|30 days||16|30||||1|2022-01-01||26
98978|device supply|30 days||16|30||||1|2023-01-01||26
98984|device supply|30 days||2|15||||1|2026-01-01||26
98985|device supply|30 days||2|15||||1|2026-01-01||26
98986|device supply|30 days||2|15||||1|2026-01-01||26
98979|management base|calendar month|10||||||1|2026-01-01||26
98980|management base|calendar month|20||||||1|2022-01-01||26
98981|management add-on|calendar month||||98980|20|40||2022-01-01||26
99484|base|calendar month|20||||||1|2018-01-01||27
99492|base, first month|calendar month|36||||||1|2018-01-01||27
99493|base, later months|calendar month|31||||||1|2018-01-01||27
99494|add-on|calendar month||||99492 99493|30|86 (first month) / 76 (later months)||2018-01-01||27
G2214|base, short month|calendar month|30||||||1|2021-01-01||27
99495|event|30 days from discharge|||||||1|2013-01-01||28
99496|event|30 days from discharge|||||||1|2013-01-01||28
G0511|base|calendar month|20|||||||2018-01-01|2025-09-30|29
G0512|base|calendar month|60-70|||||||2018-01-01|2025-12-31|30`;

/** Kind | codes, or the code | other codes, or the most units | rule | the other reading where it is unsettled | source */
export const RESTRICTIONS = `exclude|99490 99439|99491 99437|CCM is billed by staff time (99490, 99439) or by the practitioner’s own time (99491, 99437), not both in a month||31
exclude|99490 99439 99491 99437|99487 99489|CCM is billed as complex (99487, 99489) or not, never both in a month||32
exclude|99490 99439 99491 99437 99487 99489|99424 99425 99426 99427|CCM and PCM are not billed by one practitioner in the same month||33
exclude|G0556 G0557 G0558|99490 99439 99491 99437 99487 99489 99424 99425 99426 99427 99495 99496|APCM takes the place of CCM, PCM and TCM in the same month||34
exclude|G0568 G0569 G0570|99484 99492 99493 99494 G2214|The behavioral add-ons of APCM (G0568 to G0570) take the place of BHI and CoCM in the same month||35
exclude|G0568|G0569|A month is the first of collaborative care (G0568) or a later one (G0569), not both||36
needs|G0568 G0569 G0570|G0556 G0557 G0558|The behavioral add-ons of APCM (G0568 to G0570) need G0556, G0557 or G0558 in the same month||37
exclude|99453 99454 99445 99470 99457 99458 99091|98975 98976 98977 98978 98984 98985 98986 98979 98980 98981|RPM and RTM are not billed together in the same month||38
exclude|99454|99445|The device is billed as 99454 (16 to 30 days of data) or 99445 (2 to 15 days), not both in 30 days||39
exclude|99457|99470|RPM management is billed as 99457 (20 minutes) or 99470 (10 to 19 minutes), not both in a month||40
exclude|99458|99470|99458 follows 99457 only, so it is not billed with 99470|99458 may follow 99470 as well|41
exclude|99457 99458|99091|99091 is not billed with 99457 or 99458 in the same month (CPT)|CMS saw cases in which both apply|42
exclude|98976|98984|The device is billed as 98976 (16 to 30 days of data) or 98984 (2 to 15 days), not both in 30 days||43
exclude|98977|98985|The device is billed as 98977 (16 to 30 days of data) or 98985 (2 to 15 days), not both in 30 days||43
exclude|98978|98986|The device is billed as 98978 (16 to 30 days of data) or 98986 (2 to 15 days), not both in 30 days||43
exclude|98980|98979|RTM management is billed as 98980 (20 minutes) or 98979 (10 to 19 minutes), not both in a month||44
exclude|99484|99492 99493|BHI (99484) and collaborative care (99492, 99493) are not billed by one practitioner in the same month||45
exclude|99492|99493|A month is the first of collaborative care (99492) or a later one (99493), not both||15
exclude|99492 99493|G2214|The short month of collaborative care (G2214) takes the place of 99492 and 99493||45
exclude|99495 99496|99490 99439 99491 99437 99487 99489|TCM and CCM are not billed within the same 30 days|both are allowed since 2020 (unverified)|46
exclude|G0511|99490 99439 99491 99437 99487 99489 99424 99425 99426 99427 99484 99453 99454 99445 99470 99457 99458 99091 98975 98976 98977 98978 98984 98985 98986 98979 98980 98981|An RHC or FQHC bills G0511 or the single care management codes in a month, not both||47
oneOf|G0556 G0557 G0558||A month of APCM is billed at one level: G0556, G0557 or G0558||19
units|99458|2|99458 is billed at most twice a month (common practice)|up to 3 units (medically unlikely edit since July 2023)|24
minutes|G2214||G2214 takes 30 minutes|billable from 16 minutes|27`;

/** Confidence | source */
export const SOURCES = `seen in a CMS file|CMS RVU24A, PPRRVU24_JAN (in force from 2024-01-01)
seen in a CMS file|CMS RVU24AR (in force from 2024-03-09)
seen in a CMS file|CMS RVU25D, PPRRVU2025_Oct (in force from 2025-01-01)
seen in a CMS file|CMS RVU26AR to RVU26D, nonQPP files (in force from 2026-01-01)
seen in a CMS file|CMS RVU26D, PPRRVU2026_Oct_QPP (released 2026-08-26)
second-hand: RCM Pulse Weekly, 2026-09-18|CMS-1848-P, FR 2026-14327 (2026-07-16), proposed rule
seen in a copy of CMS's file|CMS geographic practice cost indices 2024, by MAC locality
seen in a CMS file|CMS RVU24C, PPRRVU24_JUL
seen in a CMS file|CMS geographic practice cost indices 2025, by MAC locality
seen in a CMS file|CMS RVU25D, PPRRVU2025_Oct
a transcript of CMS's file; 218 of 218 printed amounts computed again|CMS geographic practice cost indices 2026, by MAC locality
seen in a CMS file|CMS RVU26C, PPRRVU2026_Jul_nonQPP
second-hand: noridianmedicare.com, medicarepaymentandreimbursement.com, regence.com policy 122|CMS MLN909188
second-hand, 2+ pages|billing guides: up to 2 a month
second-hand, 2+ pages|billing guides
second-hand, one page|a billing guide
second-hand, 2+ pages|medicarepaymentandreimbursement.com/2018/06/cpt-99490-99487-99489-chronic-care.html; regence.com
second-hand, 2+ pages|medicarepaymentandreimbursement.com; payerready.com/codes/cpt/99489 (MUE 10); orbdoc
second-hand, 2+ pages|CMS CCM FAQ, as quoted by aapc.com/blog/85121 and ccnhealth.com
second-hand, 2+ pages|aafp.org advanced-primary-care-management; bassberry.com; fairpath.ai/resources/apcm-bundle-rules; optimize.health/?p=2120; blog.prevounce.com
second-hand, 2+ pages|fairpath.ai/resources/apcm-behavioral-health-add-on-2026; afnnews.qaasid.com/69840; advancedprimarycaremanagement.com; a billing guide
second-hand, 2+ pages|foley.com 2021 RPM FAQs; rimidi.com/news/2026-rpm-code-expansion; blog.prevounce.com 2026 FAQs; integralhs.com; vivocaresolutions.com; quokkacare.io; aiemedicalmanagement.com
second-hand, one page|imstx.net/rpm-billing-guide
second-hand, 2+ pages|foley.com 2021 RPM FAQs; rimidi.com/news/2026-rpm-code-expansion; blog.prevounce.com 2026 FAQs; integralhs.com; vivocaresolutions.com; quokkacare.io
second-hand, 2+ pages|rvudoc.com/billing/codes/99458; positivecheck.com; telecare-usa.com/blog/why-updating-your-clearinghouse-data-matters
second-hand, 2+ pages|jiva.health/faq; longyearhealth.com; a billing guide
second-hand, 2+ pages|physitrack.com; ac-health.com; blog.nsightcare.com RTM 2026; getorva.com; fairpath.ai/resources/rtm-2026-update; a billing guide
second-hand, 2+ pages|CMS MLN909432, as quoted by support.mirah.com/article/663, carepaths.com and micmt-cares.org
second-hand, 2+ pages|mmbaonline.org; micmt-cares.org/transitional-care-management; claimmaxrcm.com/cpt-code-99496-description
second-hand, 2+ pages|narhc.org CY26 summary; blog.prevounce.com/whats-happening-with-care-management-code-g0511; codingintel.com/rhc-and-fqhc-update; fqhctalent.com
second-hand, 2+ pages|fqhctalent.com; a billing guide
second-hand, one page|a billing guide: in lieu of 99490, not combined
second-hand, 2+ pages|CMS MLN909188; regence.com policy 122
second-hand, 2+ pages|CMS CCM FAQ, as quoted by a billing guide; pabau.com and ccnhealth.com say never (stricter)
second-hand, 2+ pages|aafp.org; fairpath.ai; bassberry.com
second-hand, 2+ pages|fairpath.ai billing-intersection guide; another billing guide
second-hand, one page|follows from 99492/99493; a billing guide
second-hand, 2+ pages|fairpath.ai; afnnews.qaasid.com
second-hand, 2+ pages|blog.nsightcare.com; docs.stratapt.com; a billing guide; qa-100plus.com (2024 rule)
second-hand, 2+ pages|rimidi.com; finanznachrichten.de; integralhs.com
second-hand, 2+ pages|finanznachrichten.de; integralhs.com; a billing guide
second-hand, 2+ pages|positivecheck.com; rvudoc.com; a billing guide; the other reading: finanznachrichten.de
second-hand, one page|jiva.health/faq
second-hand, 2+ pages|getorva.com; fairpath.ai/resources/rtm-2026-update
second-hand, 2+ pages|getorva.com; fairpath.ai
second-hand, 2+ pages|support.mirah.com; a billing guide
memory, unverified|medpayiq.com; the other reading: from memory
second-hand, 2+ pages|codingintel.com; narhc.org`;
